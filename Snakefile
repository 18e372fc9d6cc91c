# Builds the notebooks of any list of sessions, each as one step of its own:
#
#   snakemake --cores 4 --config sessions=756029989,791319847
#
# How it runs on a cluster is in docs/how-to.md, "add a session".
# A step that failed or was killed is run again by the same command; with --keep-going the others finish first. A session is built
# anew when its file on this machine, the tables, or this notebook's own sources have changed, and only then.
#
# Settings: sessions (ids, with commas), output (a folder, "sites" by default), whole (True: fetch sessions with their LFP before
# they are built, instead of reading what pages show where it lies). The cache folder and the sources of files are named in the
# environment, by NEUROPIXELS_CACHE and NEUROPIXELS_SOURCES.
import hashlib
import os
import re

NAMES = [name for name in re.split(r"[\s,;]+", str(config.get("sessions", os.environ.get("SESSIONS", "")))) if name]
if not NAMES or not all(re.fullmatch("[0-9]+", name) for name in NAMES):
    raise ValueError("Name sessions by their ids: --config sessions=756029989,791319847")
SESSIONS = [str(int(name)) for name in NAMES]  # as npm run sessions calls their folders, without leading zeros
OUTPUT = os.path.normpath(str(config.get("output", "sites")))
WHOLE = str(config.get("whole", False)).lower() in ("true", "yes", "1")
CACHE = os.path.normpath(os.environ.get("NEUROPIXELS_CACHE", "").strip() or ".cache/sessions")
SOURCES = [name.strip() for name in os.environ.get("NEUROPIXELS_SOURCES", "").split(",")]

# The cache folder, which files are fetched into, and folders that are sources, which are not copied.
FOLDERS = [CACHE] + [os.path.normpath(name) for name in SOURCES if "/" in name and os.path.isdir(name)]


def known_path(name):
    """Where a file is, or will be fetched to."""
    return next((f"{folder}/{name}" for folder in FOLDERS if os.path.exists(f"{folder}/{name}")), f"{CACHE}/{name}")


TABLES = [known_path(f"{name}.csv") for name in ["sessions", "probes", "channels", "units"]]
# Snakemake deletes what a step makes before it runs it: those that are there are not among it.
MISSING_TABLES = [path for path in TABLES if not os.path.exists(path)]


def notebook_digest():
    """A file with a digest of all that a build is made from besides the sessions. It is as old as the last change in that."""
    digest = hashlib.sha256()
    files = ["package-lock.json", "observablehq.config.ts"]
    for top in ("lib", "data-loaders", "src"):
        for folder, folders, names in os.walk(top):
            folders[:] = sorted(name for name in folders if name != ".observablehq")
            files += sorted(os.path.join(folder, name) for name in names)
    for path in files:
        with open(path, "rb") as file:
            digest.update(path.encode() + b"\0" + hashlib.sha256(file.read()).digest())
    kept = ".cache/notebook.sha256"
    if not os.path.exists(kept) or open(kept).read() != digest.hexdigest():
        os.makedirs(".cache", exist_ok=True)
        with open(kept, "w") as file:
            file.write(digest.hexdigest())
    return kept


def nwb_files(session):
    """The session's NWB files on this machine; what is read where it lies behind an address never changes there."""
    folders = [f"{folder}/session_{session}" for folder in FOLDERS]
    paths = [f"{folder}/{name}" for folder in folders if os.path.isdir(folder) for name in sorted(os.listdir(folder))]
    return [path for path in paths if path.endswith(".nwb") and os.path.isfile(path)]


def fetched(session):
    """A file that says that a session was fetched whole, for this cache folder: at least as new as its files, and gone when its own is.

    It stands for these files, since Snakemake takes a build to be out of date whose list of files was shorter when it began.
    """
    kept = f".cache/fetched/{hashlib.sha256(os.path.abspath(CACHE).encode()).hexdigest()[:8]}/{session}"
    if os.path.exists(kept):
        if os.path.exists(known_path(f"session_{session}/session_{session}.nwb")):
            changed = max((os.path.getmtime(path) for path in nwb_files(session)), default=0)
            if changed > os.path.getmtime(kept):
                with open(kept, "a") as file:
                    file.write(f"{changed}\n")  # of a short file Snakemake compares what stands in it, too
                os.utime(kept, (changed, changed))
        else:
            os.remove(kept)
    return kept


NOTEBOOK = notebook_digest()
FETCHED = fetched("{id}")
if WHOLE:
    for session in SESSIONS:
        fetched(session)


wildcard_constraints:
    id=r"\d+",


rule all:
    input:
        expand(OUTPUT + "/{id}/index.html", id=SESSIONS),


rule tables:
    output:
        MISSING_TABLES,
    shell:
        "npm run --silent sessions -- list > /dev/null"


rule fetch:
    input:
        TABLES,
    output:
        touch(FETCHED),
    shell:
        "npm run --silent sessions -- fetch {wildcards.id} --lfp"


rule build:
    input:
        NOTEBOOK,
        TABLES,
        FETCHED if WHOLE else lambda wildcards: nwb_files(wildcards.id),
    output:
        OUTPUT + "/{id}/index.html",
    log:
        ".cache/logs/build-{id}.log",
    threads: 1
    resources:
        mem_mb=4000,
    shell:
        "npm run --silent sessions -- build {wildcards.id} --output={OUTPUT:q} > {log} 2>&1"
