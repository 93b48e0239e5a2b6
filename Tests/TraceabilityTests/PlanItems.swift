/// The kinds of items the document has; raw values are the sections of `docs/traceability.yaml`.
enum PlanItems: String, CaseIterable, Sendable {
    case services, functions, undefined, yaml, procedures, commands, checklist, tasks, metrics

    /// The names of the document's items of this kind, in its order.
    func names(in document: PlanDocument) throws -> [String] {
        switch self {
        case .services: document.services
        case .functions: document.definedFunctions
        case .undefined: document.undefinedFunctions
        case .yaml: try document.leaves
        case .procedures: try document.procedures
        case .commands: document.commands
        case .checklist: document.checklist
        case .tasks: document.tasks
        case .metrics: document.metrics
        }
    }
}
