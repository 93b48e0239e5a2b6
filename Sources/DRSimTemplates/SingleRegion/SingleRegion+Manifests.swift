extension SingleRegion {
    /// What runs in the region.
    static let east = ShopFiles.manifests(
        opening: "# What runs in east. EDIT: your own manifests; any number of files.",
        databaseHost: "orders-rw", apiReplicas: 3)
}
