package import DRSimPlan
import DRSimUnits

extension BackupManager {
    /// The manifest as the document writes it (L466-481): what the parts returned, and figures that are
    /// invented or counted.
    package func manifestText(_ figures: BackupComponent.Figures) -> String {
        let verification =
            switch figures {
            case .mocked(let size, let resources, let checksum):
                figureText(size: size, resources: resources, checksum: checksum)
            case .measured:
                figureText(size: databaseSize, resources: exportedKinds, checksum: checksum)
            }
        let parts = artefacts.map { "\"\($0.part)\": \"\($0.address)\"" }.joined(separator: ", ")
        let retention = policy.retention.map { "\"\($0.period.rawValue)\": \($0.count)" }
        return """
            {"backup_id": "\(id)", "timestamp": "\(moment)", "type": "full_backup",
             "components": {\(parts)},
             "verification": {\(verification)},
             "retention": {\(retention.joined(separator: ", "))}}
            """
    }

    private func figureText(size: ByteCount, resources: Int, checksum: String) -> String {
        "\"database_size_bytes\": \(size.bytes), \"k8s_resources_count\": \(resources), "
            + "\"checksum\": \"\(checksum)\""
    }

    private var databaseSize: ByteCount {
        artefacts.filter { $0.content == .dump }.reduce(.zero) { $0 + $1.size }
    }

    private var exportedKinds: Int {
        artefacts.reduce(0) { count, artefact in
            guard case .configuration(let kinds) = artefact.content else { return count }
            return count + kinds.count
        }
    }

    /// A sum over what was saved (FNV-1a, 64 bits): it tells one backup from another.
    private var checksum: String {
        let bytes = artefacts.flatMap { Array("\($0.address) \($0.size.bytes)".utf8) }
        let sum = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return "fnv1a:" + String(sum, radix: 16)
    }
}
