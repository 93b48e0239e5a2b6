/// What faults have done to some things, once for each fault: faults may overlap, and what two of them
/// did to one thing is over with the later.
struct Tally<Element: Hashable & Sendable>: Sendable {
    /// The things, once for each fault, in the order in which faults struck.
    private(set) var elements: [Element] = []

    /// Whether a fault does it to a thing.
    func contains(_ element: Element) -> Bool { elements.contains(element) }

    /// A fault begins to do it to a thing, or ceases.
    mutating func set(_ element: Element, isOn: Bool) {
        if isOn {
            elements.append(element)
        } else if let index = elements.firstIndex(of: element) {
            elements.remove(at: index)
        }
    }
}
