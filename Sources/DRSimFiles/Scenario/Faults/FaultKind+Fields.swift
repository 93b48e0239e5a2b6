package import DRSimPlan

extension Fault.Kind {
    /// Every name a kind has in files, family by family.
    package static let names =
        SiteFault.Name.allCases.map(\.rawValue) + DatabaseFault.Name.allCases.map(\.rawValue)
        + PlatformFault.Name.allCases.map(\.rawValue) + ApplicationFault.Name.allCases.map(\.rawValue)
        + ProviderFault.Name.allCases.map(\.rawValue) + MonitoringFault.Name.allCases.map(\.rawValue)
        + ControlFault.Name.allCases.map(\.rawValue) + PeopleFault.Name.allCases.map(\.rawValue)
        + SecurityFault.Name.allCases.map(\.rawValue)
        + BackupFault.Name.allCases.map(\.rawValue)

    /// The key `kind` and the keys that belong to it.
    init(_ fields: FieldReader) {
        let text = fields.required("kind", .oneOf(Self.names))
        // Of which kind the other keys are cannot be told where the kind could not be read.
        if fields.hasFailed { fields.keys.forEach { _ = fields.node($0) } }
        if let name = SiteFault.Name(rawValue: text) {
            self = .site(SiteFault(name, fields))
        } else if let name = DatabaseFault.Name(rawValue: text) {
            self = .database(DatabaseFault(name, fields))
        } else if let name = PlatformFault.Name(rawValue: text) {
            self = .platform(PlatformFault(name, fields))
        } else if let name = ApplicationFault.Name(rawValue: text) {
            self = .application(ApplicationFault(name, fields))
        } else if let name = ControlFault.Name(rawValue: text) {
            self = .control(ControlFault(name, fields))
        } else if let name = ProviderFault.Name(rawValue: text) {
            self = .provider(ProviderFault(name, fields))
        } else if let name = PeopleFault.Name(rawValue: text) {
            self = .people(PeopleFault(name, fields))
        } else if let name = SecurityFault.Name(rawValue: text) {
            self = .security(SecurityFault(name, fields))
        } else if let name = BackupFault.Name(rawValue: text) {
            self = .backup(BackupFault(name, fields))
        } else if let name = MonitoringFault.Name(rawValue: text) {
            self = .monitoring(MonitoringFault(name, fields))
        } else {
            self = .monitoring(.falseAlarm([]))
        }
    }
}
