package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadingRemedyTest {

  @TempDir private Path folder;

  @Test
  void namesTheGroupThatMayReadIt() throws IOException {
    Path log = ofGroup("adm", "rw-r-----");

    assertEquals(
        "add yourself to the group adm (usermod -aG), or run it as root",
        ReadingRemedy.toBeAllowed(log));
  }

  @Test
  void whereNoGroupMayReadItOnlyRootHelps() throws IOException {
    assertEquals("run it as root", ReadingRemedy.toBeAllowed(ofGroup("adm", "rw-------")));
  }

  @Test
  void nobodyIsToldToJoinTheGroupOfRoot() throws IOException {
    assertEquals("run it as root", ReadingRemedy.toBeAllowed(ofGroup("root", "rw-r-----")));
  }

  private Path ofGroup(String name, String permissions) throws IOException {
    Path log = Files.createFile(folder.resolve("log"));
    try {
      GroupPrincipal group =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(name);
      Files.getFileAttributeView(log, PosixFileAttributeView.class).setGroup(group);
    } catch (UserPrincipalNotFoundException e) {
      assumeTrue(false, "there is no group " + name);
    } catch (IOException refused) {
      assumeTrue(false, "this user may not give a file to the group " + name);
    }
    Files.setPosixFilePermissions(log, PosixFilePermissions.fromString(permissions));
    return log;
  }
}
