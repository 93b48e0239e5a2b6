/// The name of something in a plan, typed by what it names so that a region cannot be passed
/// where a service is meant.
public struct Identifier<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The name as the plan's files write it.
    public let name: String

    /// Creates an identifier from a name.
    public init(_ name: String) {
        self.name = name
    }

    /// Orders by name.
    public static func < (left: Self, right: Self) -> Bool { left.name < right.name }

    /// The name itself.
    public var description: String { name }
}

extension Identifier: ExpressibleByStringLiteral {
    /// Creates an identifier from a literal name.
    public init(stringLiteral name: String) {
        self.init(name)
    }
}

/// What the identifiers of a plan name; these types have no values.
public enum Named {
    /// A business service of the plan's tiers.
    public enum Service {}
    /// A store of data that has a recovery point.
    public enum Store {}
    /// A cloud region.
    public enum Region {}
    /// An availability zone of a region.
    public enum Zone {}
    /// A runbook or procedure.
    public enum Runbook {}
    /// A step of a runbook.
    public enum Step {}
    /// An incident class of the plan.
    public enum IncidentClass {}
    /// A person or a role that acts.
    public enum Role {}
    /// An assumption: a named distribution.
    public enum Assumption {}
    /// An injected fault of a scenario.
    public enum Fault {}
    /// Somebody else's service that services of the plan lean on.
    public enum ThirdParty {}
    /// A cache that services of the plan keep in memory.
    public enum Cache {}
}

/// Names a business service.
public typealias ServiceID = Identifier<Named.Service>
/// Names a store of data.
public typealias StoreID = Identifier<Named.Store>
/// Names a region.
public typealias RegionID = Identifier<Named.Region>
/// Names an availability zone.
public typealias ZoneID = Identifier<Named.Zone>
/// Names a runbook.
public typealias RunbookID = Identifier<Named.Runbook>
/// Names a step of a runbook.
public typealias StepID = Identifier<Named.Step>
/// Names an incident class.
public typealias IncidentClassID = Identifier<Named.IncidentClass>
/// Names a role or a person.
public typealias RoleID = Identifier<Named.Role>
/// Names an assumption.
public typealias AssumptionID = Identifier<Named.Assumption>
/// Names a fault of a scenario.
public typealias FaultID = Identifier<Named.Fault>
/// Names somebody else's service.
public typealias ThirdPartyID = Identifier<Named.ThirdParty>
/// Names a cache.
public typealias CacheID = Identifier<Named.Cache>
