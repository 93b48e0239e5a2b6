/// The kinds of things that files name and refer to; raw values are the words of messages.
enum NameKind: String, CaseIterable {
    case tier, service, store, region, zone, context, runbook, role, channel, overlay
    case cluster = "cluster"
    case incidentClass = "incident class"
    case thirdParty = "third party"
    case assumption, cache, deployment, host, fault, finding, window
    case bucket, identity, volume
    case encryptionKey = "encryption key"
    /// An end of a link: a region, or a place outside of all.
    case place
}
