"""An nginx for the test of a published folder: the machine's own, or one unpacked below build/toolchain/nginx, since
installing the package would start a server on this machine."""

import os
import pathlib
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "wasm"))
import toolchain  # noqa: E402

UNPACKED = ROOT / "build" / "toolchain" / "nginx"
HOME = pathlib.Path("/") if shutil.which("nginx") else UNPACKED
PROGRAM = pathlib.Path(shutil.which("nginx") or UNPACKED / "usr/sbin/nginx")
TYPES = HOME / "etc/nginx/mime.types"
BROTLI = HOME / "usr/lib/nginx/modules/ngx_http_brotli_static_module.so"
PACKAGES = ("nginx", "nginx-common", "libnginx-mod-http-brotli-static")


def unpack():
    """Where there is none; where that cannot be done the reason is said, and the test says that it was left out."""
    if not toolchain.is_debian() or PROGRAM.exists():
        return
    partial, packages = UNPACKED.with_suffix(".partial"), UNPACKED.with_suffix(".deb")
    shutil.rmtree(partial, ignore_errors=True)
    packages.mkdir(parents=True, exist_ok=True)
    try:
        if os.geteuid() == 0:
            toolchain.update_lists()
        toolchain.run("apt-get", "-o", "APT::Sandbox::User=root", "download", *PACKAGES, cwd=packages)
        for package in packages.glob("*.deb"):
            toolchain.run("dpkg", "-x", package, partial)
        partial.rename(UNPACKED)
    except toolchain.Missing as reason:
        toolchain.say(f"without nginx: {reason}")
    shutil.rmtree(packages)
