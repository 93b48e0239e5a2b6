import DRSimUnits

/// The kinds of things that files name and refer to; raw values are the words of messages.
enum NameKind: String, CaseIterable {
    case tier, service, store, region, zone, context, cluster, runbook, role, channel, overlay
    case incidentClass = "incident class"
    case thirdParty = "third party"
    case assumption, cache, deployment, fault, finding, window
    case bucket, identity, volume, step
    case encryptionKey = "encryption key"
    /// A name under which users find something.
    case host = "DNS record for"
    /// An end of a link: a region, or a place outside of all.
    case place

    /// A name as it is compared: those of DNS know neither capital letters nor a final dot.
    func normalised(_ name: String) -> String { self == .host ? DNSName.normalised(name) : name }

    /// Whether a name is among those known; a record may be a wildcard that covers it.
    func isKnown(_ name: String, among known: [String]) -> Bool {
        known.contains(self == .host ? DNSName.owner(of: name, among: known) : name)
    }
}
