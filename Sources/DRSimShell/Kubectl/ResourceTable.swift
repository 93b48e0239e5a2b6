import DRSimDocument
import DRSimKubernetes
import DRSimUnits

/// The table `kubectl get` shows of objects of one type.
struct ResourceTable {
    private let type: ResourceType
    private let columns: [ResourceColumn]
    private let showsType: Bool
    private let showsNamespace: Bool

    init(_ type: ResourceType, isWide: Bool, showsType: Bool, showsNamespace: Bool) {
        (self.type, self.showsType, self.showsNamespace) = (type, showsType, showsNamespace)
        columns = ResourceColumn.columns(of: type, isWide: isWide)
    }

    /// The table of some objects.
    func text(of objects: [JSONValue], showsHeader: Bool, at now: CalendarTime) -> String {
        var table = ColumnTable()
        if showsHeader {
            table.append((showsNamespace ? ["NAMESPACE"] : []) + ["NAME"] + columns.map(\.title))
        }
        for object in objects {
            let name = showsType ? type.label(object.name) : object.name
            table.append(
                (showsNamespace ? [object.namespace] : []) + [name] + columns.map { $0.cell(object, now) })
        }
        return table.text
    }
}
