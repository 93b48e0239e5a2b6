import DRSimCLI

/// The program: everything it does stands in `DRSimCLI`.
@main
enum Main {
    static func main() {
        launch()
    }
}
