"""Every reading of a pack taken another way changes some case: readings.py MERIT PACK [PACK ...]

Each option that is not the default is made the default in a copy of the packs, one at a time; then some
case of the pack must fail. An option that no case notices is told, and the exit status is 1."""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile


def flips(pack):
    for name, reading in json.loads(pack.read_text("utf-8")).get("readings", {}).items():
        for option in reading.get("options", {}):
            if option != reading.get("default"):
                yield name, option


def notices(merit, folder, name, option):
    """Whether the pack's cases fail once the option is the default."""
    path = folder / "pack.json"
    text = path.read_text("utf-8")
    pack = json.loads(text)
    pack["readings"][name]["default"] = option
    path.write_text(json.dumps(pack, ensure_ascii=False), "utf-8")
    status = subprocess.run([merit, "check", folder], capture_output=True).returncode
    path.write_text(text, "utf-8")
    return status != 0


def main(merit, packs):
    unnoticed = count = 0
    for given in map(pathlib.Path, packs):
        with tempfile.TemporaryDirectory() as scratch:
            criteria = pathlib.Path(scratch) / "criteria"
            shutil.copytree(given.parent, criteria)
            folder = criteria / given.name
            for name, option in flips(given / "pack.json"):
                count += 1
                if not notices(merit, folder, name, option):
                    unnoticed += 1
                    print(f"{given.name}: no case notices the reading '{name}' taken as '{option}'")
    print(f"{count} options of readings taken, {unnoticed} not noticed")
    return 1 if unnoticed or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
