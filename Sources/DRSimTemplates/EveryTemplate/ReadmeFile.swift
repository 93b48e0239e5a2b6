/// What to do with a template, for whoever has just written one.
enum ReadmeFile {
    /// The text.
    ///
    /// - Parameters:
    ///   - opening: what the plan is, and commands to begin with.
    ///   - places: what stands in the files about places, which differ from template to template.
    static func text(_ opening: String, places: String = "where things run, and what runs there.") -> String {
        """
        # My disaster-recovery plan

        \(opening)

        ## What to edit, in this order

        1. `scenarios/my-plan/services.yaml`: what users lose when it fails, and what it is worth.
        2. `business-impact.yaml`: money, and what is promised to whom.
        3. `topology.yaml` and `manifests/installed/`: \(places)
        4. `runbooks/`, `people.yaml`, `controller.yaml`: who does what, when, and who is asked.
        5. `scenarios/disasters/`: what strikes, and what you expect of it.
        6. `assumptions.yaml`: the numbers behind it, where you know better.

        `grep -rn EDIT scenarios` finds the places. After each change `drsim check scenarios/disasters` says
        what does not fit, with file, line and remedy.

        What stands in brackets behind a line of a result says where it comes from: `[scenario]`, a file of
        this plan, `[assumption:NAME]` of `assumptions.yaml`; `[L669]` and `[A6]` are lines of the document
        and entries of the fact sheet that drsim's own logic and model are made from.

        ## What if

        One value: `drsim run SCENARIO --set controller.obeys_approval_policy=false`. More than one: put them
        into `scenarios/my-plan/overlays/NAME.yaml` as they stand in the plan, and run with `--overlay NAME`.
        `drsim compare SCENARIO --overlay as-written --overlay NAME` shows both on the same bad luck.
        """
    }
}
