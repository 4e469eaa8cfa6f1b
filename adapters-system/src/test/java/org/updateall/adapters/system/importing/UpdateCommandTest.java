package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.PluginName;

class UpdateCommandTest {

  @ParameterizedTest
  @CsvSource({
    "apt upgrade, apt",
    "sudo apt upgrade, apt",
    "sudo apt -y full-upgrade, apt",
    "doas apt-get dist-upgrade -y, apt",
    "sudo -E /usr/bin/apt-get --yes upgrade, apt",
    "DEBIAN_FRONTEND=noninteractive apt-get upgrade, apt",
    "sudo apt update && sudo apt upgrade -y && sudo apt autoremove -y, apt",
    "apt update; apt upgrade;, apt",
    "  time   sudo   apt   upgrade  , apt",
    "sudo dnf upgrade --refresh, dnf",
    "yum -y update, dnf",
    "sudo pacman -Syu, pacman",
    "pacman -Syyu --noconfirm, pacman",
    "sudo zypper ref && sudo zypper dup, zypper",
    "zypper --non-interactive up, zypper",
    "sudo snap refresh, snap",
    "flatpak update -y, flatpak",
    "brew update && brew upgrade && brew cleanup, brew",
    "npm update -g, npm",
    "npm -g upgrade, npm",
    "cargo install-update -a, cargo",
    "rustup update, rustup",
    "gem update, gem",
    "pipx upgrade-all, pipx"
  })
  void recognisesUpdatesOfEverything(String typed, String plugin) {
    assertEquals(Option.some(new PluginName(plugin)), UpdateCommand.plugin(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        ";",
        "sudo",
        "apt update",
        "apt autoremove",
        "apt upgrade firefox",
        "apt install vim",
        "apt upgrade -s",
        "apt-get --download-only upgrade",
        "apt upgrade --help",
        "apt -o Some::Thing=1 upgrade",
        "dnf upgrade --assumeno",
        "pacman -Sy",
        "pacman -Su vim",
        "pacman -Syuw",
        "pacman",
        "zypper",
        "snap refresh --list",
        "snap refresh firefox",
        "flatpak update org.example.App",
        "brew upgrade wget",
        "brew upgrade -n",
        "npm update",
        "npm update -g typescript",
        "cargo install-update",
        "gem update --system",
        "man apt upgrade",
        "echo apt upgrade",
        "ssh boat sudo apt upgrade",
        "watch apt upgrade",
        "yes | apt upgrade",
        "apt upgrade | tee log",
        "apt upgrade > log",
        "apt upgrade & apt upgrade",
        "apt upgrade || true",
        "apt upgrade && reboot",
        "apt upgrade && snap refresh",
        "apt upgrade # monthly",
        "apt upgrade $(cat list)",
        "(apt upgrade)",
        "apt 'upgrade'",
        "aptupgrade",
        "cd /tmp; apt upgrade"
      })
  void recognisesNothingElse(String typed) {
    assertEquals(Option.none(), UpdateCommand.plugin(typed));
  }

  @Test
  void looksAtNoTextThatIsTooLong() {
    assertEquals(Option.none(), UpdateCommand.plugin("apt upgrade" + ";".repeat(100_000)));
  }
}
