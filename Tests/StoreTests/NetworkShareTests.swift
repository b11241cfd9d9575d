import Testing

@testable import Store

@Suite struct NetworkShareTests {
  private let mounts = """
    /dev/sda1 / ext4 rw 0 0
    server:/home /home nfs4 rw 0 0
    /dev/sdb1 /home/mila/vault fuse.gocryptfs rw 0 0
    //nas/shared /mnt/team\\040files cifs rw 0 0
    mila@far: /home/mila/far fuse.sshfs rw 0 0
    odd
    """

  @Test(
    "A study on a share is told from one on a disk of this computer, by the mount that is nearest",
    arguments: zip(
      [
        "/home/mila/np.draad", "/home/mila/vault/np.draad", "/mnt/team files/np.draad", "/mnt/team", "/tmp/np.draad",
        "/homes/np.draad", "/home/mila/far/x/np.draad",
      ], ["nfs4", nil, "cifs", nil, nil, nil, "fuse.sshfs"]))
  func kinds(path: String, kind: String?) {
    #expect(NetworkShare.kind(of: path, mounts: mounts) == kind)
  }

  @Test("Where two lie at one place the later counts")
  func hidden() {
    #expect(NetworkShare.kind(of: "/a/b", mounts: "x /a nfs rw 0 0\ny /a ext4 rw 0 0") == nil)
    #expect(NetworkShare.kind(of: "/a/b", mounts: "") == nil)
  }
}
