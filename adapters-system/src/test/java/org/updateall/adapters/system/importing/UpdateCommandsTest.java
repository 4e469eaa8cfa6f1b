package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.PluginName;

final class UpdateCommandsTest {

  @ParameterizedTest
  @CsvSource({
    "apt, apt upgrade",
    "apt, sudo apt-get -y dist-upgrade",
    "apt, sudo aptitude safe-upgrade",
    "apt, ' sudo  apt\tfull-upgrade -y '",
    "apt, sudo apt update && sudo apt upgrade -y && sudo apt autoremove",
    "apt, sudo apt update&&sudo apt upgrade",
    "apt, DEBIAN_FRONTEND=noninteractive apt-get upgrade --yes",
    "apt, sudo DEBIAN_FRONTEND=noninteractive apt-get upgrade",
    "apt, sudo -E env LANG=C /usr/bin/apt-get upgrade",
    "apt, doas -u root apt upgrade",
    "dnf, sudo dnf upgrade --refresh",
    "dnf, dnf5 -y distro-sync",
    "dnf, sudo yum update -y",
    "dnf, sudo dnf clean all && sudo dnf upgrade",
    "zypper, sudo zypper -n dup --no-allow-vendor-change",
    "zypper, sudo zypper ref && sudo zypper up",
    "pacman, sudo pacman -Syu --noconfirm",
    "pacman, pacman -Sy && pacman -Su",
    "flatpak, flatpak update -y",
    "snap, sudo snap refresh",
    "brew, brew update && brew upgrade && brew cleanup",
    "rustup, rustup update",
    "cargo, cargo install-update -a",
    "gem, gem update --no-document",
    "pipx, pipx upgrade-all",
    "npm, npm update -g",
    "npm, sudo npm -g upgrade"
  })
  void knowsWhatUpdatesEverything(String plugin, String line) {
    assertEquals(Option.some(new PluginName(plugin)), UpdateCommands.pluginOf(line), line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "&&",
        "apt",
        "apt update",
        "apt upgrade bash",
        "apt install bash",
        "apt-get -s upgrade",
        "apt-get --download-only upgrade",
        "apt upgrade -t backports",
        "apt update && apt upgrade && reboot",
        "apt upgrade && dnf upgrade",
        "apt upgrade &&",
        "apt update & apt upgrade",
        "apt upgrade &",
        "apt update || apt upgrade",
        "apt upgrade | tee log",
        "apt upgrade > log",
        "apt upgrade $(cat packages)",
        "apt upgrade `cat packages`",
        "apt upgrade 'bash'",
        "apt upgrade \"bash\"",
        "apt upgrade \\\nbash",
        "apt upgrade\nrm x",
        "apt upgrade #everything",
        "(apt upgrade)",
        "yes | apt upgrade",
        "echo apt upgrade",
        "ssh other apt upgrade",
        "sudo -u someone apt upgrade",
        "sudo -h other apt upgrade",
        "sudo",
        "sudo -u",
        "LANG=C",
        "./apt upgrade",
        "dnf upgrade --security",
        "dnf upgrade --downloadonly",
        "dnf check-update",
        "dnf upgrade -x kernel",
        "zypper patch",
        "pacman -Syuw",
        "pacman -Syu firefox",
        "pacman -S firefox",
        "yay -Syu",
        "flatpak update org.example.App",
        "snap refresh firefox",
        "snap refresh --list",
        "brew upgrade wget",
        "rustup update nightly",
        "cargo install-update ripgrep",
        "cargo install-update",
        "cargo update",
        "gem update --system",
        "npm update",
        "npm update -g npm",
        "npm install -g npm"
      })
  void knowsNothingElse(String line) {
    assertEquals(Option.none(), UpdateCommands.pluginOf(line), line);
  }

  @Test
  void looksAtNoLineOfGreatLength() {
    assertTrue(UpdateCommands.pluginOf("apt upgrade" + " ".repeat(900)).isDefined());
    assertTrue(UpdateCommands.pluginOf("apt upgrade" + " ".repeat(1 << 20)).isEmpty());
  }
}
