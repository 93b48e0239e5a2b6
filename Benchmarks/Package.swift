// swift-tools-version: 6.3
import PackageDescription

// A package of its own, so that the kernel is used as a library product from another package. The
// name is given because the identity of a path would be the name of the folder of the clone.
let package = Package(
    name: "drsim-benchmarks",
    dependencies: [.package(name: "drsim", path: "..")],
    targets: [
        .executableTarget(
            name: "hold",
            dependencies: [
                .product(name: "DRSimUnits", package: "drsim"),
                .product(name: "DRSimKernel", package: "drsim"),
                .product(name: "DRSimWorld", package: "drsim"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .treatAllWarnings(as: .error),
            ])
    ],
    swiftLanguageModes: [.v6]
)
