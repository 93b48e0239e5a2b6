import DRSimDocument
import DRSimPlan

extension Manifest {
    private enum Place: String, CaseIterable {
        case installed, document, git
    }

    /// An item of `manifests`.
    init(_ fields: FieldReader) {
        let object = fields.requiredNode("manifest")
        object.map { Self.checkIdentity(of: $0, fields.report) }
        if let object, object.text(at: ["kind"]) == "Deployment" {
            Self.define(.deployment, by: object, fields.report)
        }
        self.init(
            origin: Self.origin(fields), object: object?.manifestValue ?? .null,
            position: object?.position ?? SourcePosition(file: "", line: 1, column: 1))
    }

    /// Notes the name of an object that others name; several clusters may have one of the same name.
    private static func define(_ kind: NameKind, by object: DocumentNode, _ report: DecodingReport) {
        if let name = object["metadata"]?["name"], let text = name.scalar?.text {
            report.names.admit(text, kind, at: name.position)
        } else {
            report.names.markIncomplete([kind])
        }
    }

    private static func origin(_ fields: FieldReader) -> Origin {
        switch fields.required("origin", .choice) as Place {
        case .installed: .installed(context: fields.refer("context", to: .context))
        case .document: .document(context: fields.refer("context", to: .context))
        case .git: .git(path: fields.required("path", .text))
        }
    }

    /// What every object of Kubernetes has.
    private static func checkIdentity(of object: DocumentNode, _ report: DecodingReport) {
        guard case .mapping = object.content else {
            report.add(
                Diagnostic(
                    .wrongType, "expected a manifest, a mapping, found \(object.kindDescription)",
                    at: object.position, length: object.width))
            return
        }
        for path in [["apiVersion"], ["kind"], ["metadata", "name"]] where object.text(at: path) == nil {
            report.add(
                Diagnostic(
                    .missingKey, "a manifest needs `\(path.joined(separator: "."))`", at: object.position))
        }
    }
}
