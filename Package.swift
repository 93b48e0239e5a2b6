// swift-tools-version: 6.3
import PackageDescription

/// The layers of drsim, lowest first: a target may import only what stands to its right.
/// `Tests/TidyTests` holds this table against the sources.
let layers: [(name: String, uses: [Target.Dependency])] = [
    ("DRSimUnits", []),
    ("DRSimDocument", [.collections]),
    ("DRSimPlan", ["DRSimUnits", "DRSimDocument", .collections]),
    ("DRSimTrace", ["DRSimUnits", "DRSimPlan"]),
    ("DRSimKernel", ["DRSimUnits"]),
    ("DRSimControl", ["DRSimUnits", "DRSimPlan"]),
    ("DRSimPeople", ["DRSimUnits", "DRSimKernel"]),
    ("DRSimCloud", ["DRSimUnits", "DRSimKernel", .collections]),
    ("DRSimKubernetes", ["DRSimUnits", "DRSimDocument", "DRSimKernel", .collections]),
    ("DRSimPostgres", ["DRSimUnits", "DRSimKernel"]),
    (
        "DRSimShell",
        [
            "DRSimUnits", "DRSimDocument", "DRSimKernel", "DRSimCloud", "DRSimKubernetes", "DRSimPostgres",
            .collections,
        ]
    ),
    (
        "DRSimWorld",
        [
            "DRSimUnits", "DRSimDocument", "DRSimPlan", "DRSimTrace", "DRSimKernel", "DRSimControl",
            "DRSimPeople", "DRSimCloud", "DRSimKubernetes", "DRSimPostgres", "DRSimShell", .collections,
        ]
    ),
    ("DRSimStatistics", []),
    ("DRSimScoring", ["DRSimUnits", "DRSimPlan", "DRSimTrace", "DRSimStatistics"]),
    (
        "DRSimHarness",
        [
            "DRSimUnits", "DRSimPlan", "DRSimTrace", "DRSimWorld", "DRSimScoring", .crypto,
        ]
    ),
    ("DRSimFiles", ["DRSimUnits", "DRSimDocument", "DRSimPlan", .yams, .crypto, .collections]),
    ("DRSimTemplates", []),
    ("DRSimStore", ["DRSimUnits", "DRSimPlan", "DRSimTrace", "DRSimScoring", .grdb]),
    (
        "DRSimReports",
        [
            "DRSimUnits", "DRSimPlan", "DRSimScoring", "DRSimStatistics", .mustache,
        ]
    ),
    (
        "DRSimCLI",
        [
            "DRSimUnits", "DRSimDocument", "DRSimPlan", "DRSimTrace", "DRSimControl", "DRSimFiles",
            "DRSimHarness", "DRSimScoring", "DRSimStatistics", "DRSimStore", "DRSimReports",
            "DRSimTemplates", "DRSimWorld", .argumentParser, .collections, .rainbow, .textTable,
        ]
    ),
]

/// The tests: each target's own, then those that look at the package as a whole.
let tests: [(name: String, uses: [Target.Dependency], excluded: [String])] = [
    ("DRSimUnitsTests", ["DRSimUnits"], []),
    ("DRSimDocumentTests", ["DRSimDocument", "DRSimUnits", .collections], []),
    ("DRSimTraceTests", ["DRSimTrace", "DRSimPlan", "DRSimUnits", "DRSimTestSupport"], []),
    ("DRSimKernelTests", ["DRSimKernel", "DRSimUnits"], []),
    ("DRSimControlTests", ["DRSimControl", "DRSimPlan", "DRSimUnits"], []),
    ("DRSimPeopleTests", ["DRSimPeople", "DRSimKernel", "DRSimUnits"], []),
    ("DRSimCloudTests", ["DRSimCloud", "DRSimKernel", "DRSimUnits"], []),
    (
        "DRSimKubernetesTests",
        ["DRSimKubernetes", "DRSimDocument", "DRSimKernel", "DRSimUnits", .collections], []
    ),
    (
        "DRSimShellTests",
        [
            "DRSimShell", "DRSimCloud", "DRSimDocument", "DRSimKernel", "DRSimKubernetes",
            "DRSimPostgres", "DRSimUnits", .collections,
        ], []
    ),
    ("DRSimPostgresTests", ["DRSimPostgres", "DRSimKernel", "DRSimUnits"], []),
    ("DRSimStatisticsTests", ["DRSimStatistics"], []),
    (
        "DRSimScoringTests",
        ["DRSimScoring", "DRSimPlan", "DRSimTrace", "DRSimUnits", "DRSimTestSupport", .collections], []
    ),
    (
        "DRSimFilesTests",
        ["DRSimFiles", "DRSimDocument", "DRSimPlan", "DRSimUnits", .collections], []
    ),
    (
        "DRSimStoreTests",
        [
            "DRSimStore", "DRSimScoring", "DRSimPlan", "DRSimTrace", "DRSimUnits", "DRSimTestSupport", .grdb,
        ], []
    ),
    (
        "DRSimReportsTests",
        [
            "DRSimReports", "DRSimScoring", "DRSimPlan", "DRSimTrace", "DRSimUnits", "DRSimTestSupport",
        ], []
    ),
    (
        "DRSimHarnessTests",
        [
            "DRSimHarness", "DRSimWorld", "DRSimFiles", "DRSimScoring", "DRSimStatistics", "DRSimTrace",
            "DRSimPlan", "DRSimTemplates", "DRSimKernel", "DRSimDocument", "DRSimUnits", .collections,
        ], []
    ),
    (
        "DRSimCLITests",
        [
            "DRSimCLI", "DRSimDocument", "DRSimFiles", "DRSimHarness", "DRSimPlan", "DRSimScoring",
            "DRSimStore", "DRSimTemplates", "DRSimTrace", "DRSimUnits", "DRSimWorld", "DRSimTestSupport",
            .argumentParser,
            .collections,
        ], []
    ),
    (
        "PlanLogicTests", ["DRSimControl", "DRSimPlan", "DRSimUnits"],
        ["Figures", "plan_logic.py", "plan_schedule.py"]
    ),
    ("TraceabilityTests", [.yams], []),
    ("TidyTests", [], []),
]

let package = Package(
    name: "drsim",
    products: [
        .executable(name: "drsim", targets: ["drsim"]),
        .library(name: "DRSimUnits", targets: ["DRSimUnits"]),
        .library(name: "DRSimKernel", targets: ["DRSimKernel"]),
        .library(name: "DRSimWorld", targets: ["DRSimWorld"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/onevcat/Rainbow", exact: "4.2.2"),
        .package(url: "https://github.com/ordo-one/TextTable", exact: "0.0.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    ],
    targets: layers.map { .target(name: $0.name, dependencies: $0.uses) } + [
        .executableTarget(name: "drsim", dependencies: ["DRSimCLI"]),
        .target(
            name: "DRSimTestSupport",
            dependencies: [
                "DRSimUnits", "DRSimDocument", "DRSimPlan", "DRSimTrace", "DRSimScoring", .collections,
            ],
            path: "Tests/DRSimTestSupport"),
    ] + tests.map { .testTarget(name: $0.name, dependencies: $0.uses, exclude: $0.excluded) },
    swiftLanguageModes: [.v6]
)

extension Target.Dependency {
    static let argumentParser = product(name: "ArgumentParser", package: "swift-argument-parser")
    static let collections = product(name: "OrderedCollections", package: "swift-collections")
    static let crypto = product(name: "Crypto", package: "swift-crypto")
    static let grdb = product(name: "GRDB", package: "GRDB.swift")
    static let yams = product(name: "Yams", package: "Yams")
    static let rainbow = product(name: "Rainbow", package: "Rainbow")
    static let textTable = product(name: "TextTable", package: "TextTable")
    static let mustache = product(name: "Mustache", package: "swift-mustache")
}

for target in package.targets {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .treatAllWarnings(as: .error),
    ]
}

// The commands have no callers but their tests, which therefore look inside, in release too: there the
// many trials of the tests take a fifth of the time.
for target in package.targets where target.name == "DRSimCLI" {
    target.swiftSettings?.append(.unsafeFlags(["-enable-testing"], .when(configuration: .release)))
}

// The tests' own code is compiled as it stands: optimising it takes minutes and saves their run seconds.
for target in package.targets where target.isTest {
    target.swiftSettings?.append(.unsafeFlags(["-Onone"], .when(configuration: .release)))
}
