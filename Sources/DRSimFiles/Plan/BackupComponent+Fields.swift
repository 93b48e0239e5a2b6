import DRSimDocument
import DRSimPlan
import DRSimUnits

extension BackupComponent {
    /// An item of `components`.
    init(_ fields: FieldReader) {
        let name = fields.required("name", .text)
        self.init(
            name: name, task: Task(fields),
            file: fields.optional("file", .text) ?? "{id}_\(name)",
            key: fields.optional("key", .text) ?? "\(name)/{file}",
            uploadOptions: fields.optionalList("upload_options", of: .text),
            isCopied: fields.required("copied", .flag),
            stores: fields.referList("stores", to: .store).map { StoreID($0) },
            source: fields.required("source", .text))
        targets = fields.optionalMappings("targets", "a target") { Target($0) }
        position = fields.position
        checkPlaceholders(fields, "file", file, ["{id}", "{label}"])
        checkPlaceholders(fields, "key", key, ["{id}", "{label}", "{file}"])
    }

    /// What stands in braces and is no placeholder would be part of the name.
    private func checkPlaceholders(_ fields: FieldReader, _ key: String, _ text: String, _ known: [String]) {
        let found = text.matches(of: /\{[^}]*\}?/).map { String($0.output) }
        guard let stranger = found.first(where: { !known.contains($0) }) else { return }
        fields.fail(
            key,
            ScalarError(
                .invalidValue, "`\(stranger)` is no placeholder",
                help: Suggestion.help(for: stranger, among: known)))
    }
}

extension BackupComponent.Task {
    fileprivate init(_ fields: FieldReader) {
        switch fields.alternative(Self.keys)?.key {
        case "dump": self = .dump(fields.mapping("dump", "a dump") { .init($0) })
        case "configuration":
            self = .configuration(fields.mapping("configuration", "an export") { .init($0) })
        case "volumes": self = .volumes(fields.mapping("volumes", "the volumes") { .init($0) })
        case "secrets": self = .secrets(fields.mapping("secrets", "an export of secrets") { .init($0) })
        default: self = .manifest(fields.mapping("manifest", "the manifest") { .init($0) })
        }
    }
}

extension BackupComponent.Dump {
    /// The mapping `dump`.
    fileprivate init(_ fields: FieldReader) {
        self.init(argv: fields.command("run"), readsText: fields.optional("reads_text", .flag) ?? false)
        memory = fields.optional("memory", .bytes)
    }
}

extension BackupComponent.Target {
    /// An item of `targets`.
    fileprivate init(_ fields: FieldReader) {
        let look = fields.mapping("when", "a look") { fields in
            (run: fields.command("run"), sign: fields.required("contains", .text))
        }
        self.init(
            look: look.run, sign: look.sign,
            argv: fields.node("run") == nil ? nil : fields.command("run"),
            bucket: fields.optional("bucket", .text),
            uploadOptions: fields.optionalList("upload_options", of: .text))
    }
}

extension BackupComponent.Configuration {
    /// The mapping `configuration`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            argv: fields.command("run"), namespaces: fields.list("namespaces", of: .text),
            kinds: fields.list("kinds", of: .text), archive: fields.command("archive"),
            checksArchive: fields.optional("checks_archive", .flag) ?? true,
            omitsSecrets: fields.optional("omits_secrets", .flag) ?? true)
        archiveRatio = fields.optional("archive_ratio", .integer(1...1_000)) ?? 1
    }
}

extension BackupComponent.Volumes {
    /// The mapping `volumes`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            argv: fields.command("run"), names: fields.list("names", of: .text),
            manifest: fields.requiredNode("manifest")?.manifestValue.text() ?? "",
            checksSnapshots: fields.optional("checks_snapshots", .flag) ?? true,
            yield: fields.optional("yield", .choice) ?? .snapshots)
    }
}

extension BackupComponent.Secrets {
    /// The mapping `secrets`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            argv: fields.command("run"), encryption: fields.optional("encryption", .choice) ?? .managedKey)
    }
}

extension BackupComponent.Figures {
    /// The mapping `manifest`: `mocked` holds the numbers that stand in the code.
    fileprivate init(_ fields: FieldReader) {
        let mocked = fields.optionalMapping("mocked", "the mocked figures") { fields in
            Self.mocked(
                databaseSize: fields.required("database_size", .bytes),
                resources: fields.required("resources", .count), checksum: fields.required("checksum", .text))
        }
        self = mocked ?? .measured
    }
}

extension FieldReader {
    /// A command's words; none is an error.
    fileprivate func command(_ key: String) -> [String] {
        let words = list(key, of: .text)
        if words.isEmpty, node(key)?.items != nil {
            fail(key, ScalarError(.invalidValue, "a command needs a program to run"))
        }
        return words
    }
}
