/// What came of reading a plan: the plan or what is wrong with it, and in either case its names.
package struct PlanReading {
    /// The plan; nothing if anything is wrong with its files.
    package let result: ReadResult<LoadedPlan>
    /// What a scenario may name.
    package let names: PlanNames
}
