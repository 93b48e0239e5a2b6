import DRSimCloud
import DRSimDocument
import DRSimKernel
import DRSimPlan
import DRSimShell
import DRSimUnits
import OrderedCollections

/// What a world looks up but never changes: the plan, the scenario and tables made from them.
struct Blueprint: Sendable {
    let plan: Plan
    let scenario: Scenario
    let load: LoadCurve
    let shell: Shell
    /// For each service, its stores that are databases: on these alone hangs what users get.
    let databaseStores: [[StoreID]]
    /// The host names of the services, each once.
    let publicNames: [String]
    /// The part of their capacity up to which pods answer in time.
    let usableCapacity: Double
    /// Indices of the services, each after those it needs.
    let serviceOrder: [Int]
    /// For each service, the indices of the services it needs.
    let needs: [[Int]]
    /// The deployments of Tier 1 and 2 services, each once; health checks ask for them after each event.
    let criticalDeployments: [String]
    /// The regions in the order of the plan.
    let regions: [Region]
    /// The index of the region production runs in by plan.
    let primaryRegion: Int

    init(plan: Plan, scenario: Scenario) {
        let databases = plan.stores.filter { $0.kind == .postgres }.map(\.id)
        databaseStores = plan.services.map { $0.stores.filter(databases.contains) }
        publicNames = OrderedSet(plan.services.map(\.host)).elements
        usableCapacity = plan.constant(.usableCapacity)
        (self.plan, self.scenario, regions) = (plan, scenario, plan.topology.regions)
        primaryRegion = regions.firstIndex { $0.role == .primary } ?? 0
        load = LoadCurve(plan.load, start: scenario.start)
        shell = Shell(timings: ShellTimings(plan: plan))
        let numbers = Dictionary(uniqueKeysWithValues: plan.services.enumerated().map { ($1.id, $0) })
        needs = plan.services.map { $0.needs.compactMap { numbers[$0] } }
        serviceOrder = Self.topologicalOrder(needs)
        criticalDeployments = Self.criticalDeployments(of: plan.services)
    }

    /// The moment an instant of the trial stands for.
    func moment(of instant: Instant) -> CalendarTime { scenario.start + (instant - .start) }

    /// The index of the region of a role; the reader has made sure there is a primary.
    func region(role: Region.Role) -> Int? { regions.firstIndex { $0.role == role } }

    /// The index of the region whose cluster has this context.
    func region(context: String) -> Int? { regions.firstIndex { $0.cluster.context == context } }

    /// The index of the region of this name.
    func region(_ id: RegionID) -> Int? { regions.firstIndex { $0.id == id } }

    /// Where the plan says what is done about a disaster.
    func source(of disaster: DisasterType) -> String {
        plan.controller.responses.first { $0.disaster == disaster }?.source ?? "plan:controller.responses"
    }

    /// The drawn quantity of an assumption.
    func quantity(_ name: AssumptionName) -> Quantity { plan.quantity(name) }

    /// The drawn quantity of an assumption that a fault asks for.
    func quantity(_ name: FaultAssumptionName) -> Quantity { plan.quantity(of: AssumptionID(name.rawValue)) }

    /// Where the controller runs.
    var controllerSite: Site { site(of: plan.controller.location) }

    /// The place that a setting of the plan names.
    func site(of location: ControllerPolicy.Location) -> Site {
        switch location {
        case .third: .third
        case .primary: .region(primaryRegion)
        case .recovery: region(role: .recovery).map { .region($0) } ?? .third
        }
    }

    private static func criticalDeployments(of services: [Service]) -> [String] {
        var names: [String] = []
        for service in services where service.tier <= 2 {
            for workload in service.workloads where !names.contains(workload.deployment) {
                names.append(workload.deployment)
            }
        }
        return names
    }

    private static func topologicalOrder(_ needs: [[Int]]) -> [Int] {
        var order: [Int] = []
        var isPlaced = Array(repeating: false, count: needs.count)
        func place(_ service: Int) {
            guard !isPlaced[service] else { return }
            isPlaced[service] = true
            needs[service].forEach(place)
            order.append(service)
        }
        needs.indices.forEach(place)
        return order
    }
}

extension Plan {
    /// The quantity drawn from an assumption; the reader has made sure that every plan has it.
    func quantity(_ name: AssumptionName) -> Quantity {
        quantity(of: AssumptionID(name.rawValue))
    }

    /// The quantity drawn from an assumption that something in this plan names.
    func quantity(of id: AssumptionID) -> Quantity {
        guard let assumption = assumption(id) else {
            preconditionFailure("the plan \(self.id) has no assumption \(id)")
        }
        return Quantity(id, assumption.distribution)
    }

    /// The value of an assumption that is a constant number.
    func constant(_ name: AssumptionName) -> Double {
        quantity(name).distribution.quantile(0.5)
    }
}

extension ShellTimings {
    /// The timings of a plan: how long each program takes that it says it of, and `command_timeout`.
    init(plan: Plan) {
        self.init(
            latency: ShellProgram.allCases.compactMap { program in
                plan.assumption(program.latency).map {
                    (program: program.rawValue, quantity: Quantity($0.id, $0.distribution))
                }
            },
            timeout: plan.quantity(.commandTimeout),
            rates: TransferWay.allCases.map { ($0, plan.quantity($0.rate)) })
    }
}

extension TransferWay {
    /// The assumption that says how fast bytes go this way.
    fileprivate var rate: AssumptionName {
        switch self {
        case .upload: .objectUploadRate
        case .download: .objectDownloadRate
        case .copy: .objectCopyRate
        }
    }
}
