"""Opens each file in LibreOffice and saves it with all changes accepted, and with all rejected.

Usage: libreoffice.py FOLDER WAY… For each a.docx there come a.WAY.docx and a.WAY.txt; the ways are
plain (as it is), accepted and rejected.
"""

import glob
import os
import signal
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

COMMANDS = {
    "plain": "",
    "accepted": ".uno:AcceptAllTrackedChanges",
    "rejected": ".uno:RejectAllTrackedChanges",
}


def value(name, content):
    property_value = PropertyValue()
    property_value.Name = name
    property_value.Value = content
    return property_value


def connect(pipe, office):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(2400):
        if office.poll() is not None:
            raise SystemExit("LibreOffice ended: " + str(office.returncode))
        try:
            return resolver.resolve("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


def judge(context, path, ways):
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for way in ways:
        print(path, way, flush=True)
        document = desktop.loadComponentFromURL(
            uno.systemPathToFileUrl(path), "_blank", 0, (value("Hidden", True),)
        )
        command = COMMANDS[way]
        if command:
            frame = document.getCurrentController().getFrame()
            dispatcher.executeDispatch(frame, command, "", 0, ())
            left = document.getRedlines().createEnumeration().hasMoreElements()
            if left:
                print(path, way, "left changes", flush=True)
        out = uno.systemPathToFileUrl(path[: -len(".docx")] + "." + way)
        document.storeToURL(out + ".docx", (value("FilterName", "MS Word 2007 XML"),))
        document.storeToURL(
            out + ".txt", (value("FilterName", "Text (encoded)"), value("FilterOptions", "UTF8,LF"))
        )
        document.close(True)


def main():
    folder = os.path.abspath(sys.argv[1])
    pipe = "danaya" + str(os.getpid())
    profile = uno.systemPathToFileUrl(os.path.join(folder, "profile"))
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            "--nologo",
            "-env:UserInstallation=" + profile,
            "--accept=pipe,name=" + pipe + ";urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        context = connect(pipe, office)
        for path in sorted(glob.glob(os.path.join(folder, "*.docx"))):
            judge(context, path, sys.argv[2:])
        desktop = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", context
        )
        try:
            desktop.terminate()
        except Exception:
            pass
        try:
            # All is saved: how soon it ends says nothing of it.
            office.wait(120)
        except subprocess.TimeoutExpired:
            pass
    finally:
        if office.poll() is None:
            os.killpg(office.pid, signal.SIGKILL)
            office.wait()


main()
