import Testing

/// The extractor on a small text of the same make: what it overlooks, the comparison overlooks too.
struct PlanDocumentTests {
    static let text = """
        ### A Recovery Procedure
        ```bash
        # look
        kubectl get pods -n web
        kubectl patch thing x \\
          -p '{}'
        ```
        - [ ] Look at the thing
        - **Uptime**: all of it
        ```
        │ TIER 1 - HIGH │
        │ └─ The Shop   │
        ```
        ```yaml
        # folder/limits.yaml
        a: {b: [1, 2], c/d: x}
        ```
        ```python
        class Thing:
            def __init__(self):
                self.log = 1

            async def work(self):
                await self.rest(['aws', 'eks', '--region'])
                self.log.info("x")

        def main():
            self.nothing()
        ```
        """

    @Test(arguments: [
        (PlanItems.services, ["TIER 1", "The Shop"]), (.functions, ["Thing.work"]),
        (.undefined, ["Thing.rest"]),
        (.yaml, ["limits.yaml /a/b/0", "limits.yaml /a/b/1", "limits.yaml /a/c~1d"]),
        (.procedures, ["A Recovery Procedure"]),
        (.commands, ["L24 aws eks", "L4 kubectl get pods", "L5 kubectl patch thing"]),
        (.checklist, ["L8 Look at the"]), (.tasks, []), (.metrics, ["Uptime"]),
    ])
    func `finds the items of a text`(items: PlanItems, names: [String]) throws {
        #expect(try items.names(in: PlanDocument(text: Self.text)) == names)
    }

    @Test func `takes an inner block for a part of the outer one`() {
        let document = PlanDocument(text: "```markdown\nouter\n```bash\ninner\n```\nouter again\n```\nprose")
        #expect(document.lines.map(\.language) == ["markdown", "bash", "markdown", nil])
    }
}
