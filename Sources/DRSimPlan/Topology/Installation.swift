/// What is done with the document's own manifests; raw values are those of plan files.
package enum Installation: String, CaseIterable, Sendable {
    /// Nothing: what runs is what `manifests/installed` says.
    case installed
    /// They are submitted on top of what runs when a trial opens, and what the clusters say to them stands
    /// in the trace.
    case document
}
