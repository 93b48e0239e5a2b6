/// The versions results carry.
enum Version {
    /// The program's version.
    static let text = "0.1.0"
    /// The model's version: it is raised when the same plan, scenario and seed give another digest, which
    /// `.ci/digests` finds out.
    static let model = 5
    /// Both, as `--version` prints them.
    static let line = "drsim \(text), model \(model)"
}
