/// The versions results carry.
enum Version {
    /// The program's version.
    static let text = "0.1.0"
    /// The model's version: it is raised when the same plan, scenario and seed give another digest.
    static let model = 1
}
