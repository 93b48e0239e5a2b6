/// A file that lies where people and the controller type their commands.
package struct OperatorFile: Hashable, Sendable {
    /// Its path as commands name it.
    package var path: String
    /// What stands in it.
    package var text: String

    /// Creates a file.
    package init(path: String, text: String) {
        (self.path, self.text) = (path, text)
    }
}
