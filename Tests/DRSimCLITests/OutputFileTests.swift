import Foundation
import Testing

@testable import DRSimCLI

struct OutputFileTests {
    @Test func `replaces a file whole and leaves its rights as they are`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/report.xml"
        try folder.write("old", to: "report.xml")
        try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: path)
        try OutputFile(path: path).write("new")
        #expect(try folder.text(of: "report.xml") == "new")
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o666)
    }

    @Test func `writes behind a symbolic link and leaves the link`() throws {
        let folder = try TemporaryFolder()
        let (file, link) = (folder.path + "/real.xml", folder.path + "/link.xml")
        try folder.write("old", to: "real.xml")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        try OutputFile(path: link).write("new")
        #expect(try folder.text(of: "real.xml") == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
    }

    @Test func `a device stays a device, and a full one is an error`() throws {
        try OutputFile(path: "/dev/null").check()
        try OutputFile(path: "/dev/null").write("gone")
        let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
        #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
        #expect(throws: CommandFailure.self) { try OutputFile(path: "/dev/full").write("text") }
    }
}
