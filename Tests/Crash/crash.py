#!/usr/bin/env python3
"""Ends and fails draad while it writes, at every write and at random moments, and looks what is left each time.

    crash.py PROGRAM FAILING.so [--kills N] [--seed N] [--most N] [--short] [SCENE ...]

After each, in a new process: the study opens, 'check' finds nothing, its digest is that of a state between two acknowledged
acts, every acknowledged act is there, no act is there in half, and no file can be read by others. Prints its figures.
"""
import argparse, os, random, shutil, signal, subprocess, sys, tempfile, time
from scenes import SCENES, Scene, WORD

PASSES = {"kill": "killed before a write", "tear": "killed in the middle of a write", "eio": "one write that fails",
          "full": "a disk that is full from there on"}


class Finding(Exception):
    pass


class Loop:
    def __init__(self, program, library, folder, seed):
        self.program, self.library, self.folder = program, library, folder
        self.random = random.Random(seed)
        self.counts = {}
        self.work = os.path.join(folder, "work")
        self.mark = os.path.join(folder, "mark")

    def environment(self, at=None, how=None):
        known = {"PATH": os.environ["PATH"], "HOME": self.folder, "XDG_STATE_HOME": self.folder + "/state",
                 "DRAAD_CODER": "Kim", "DRAAD_WAIT": "3", "LC_ALL": "C.UTF-8"}
        if how:
            known |= {"LD_PRELOAD": self.library, "FAIL_IN": self.work, "FAIL_AT": str(at), "FAIL_HOW": how,
                      "FAIL_MARK": self.mark}
        return known

    def run(self, words, lines=None, at=None, how=None, kill_after=None):
        """Exit code (negative: the signal), standard output and standard error of one start of the program."""
        process = subprocess.Popen([self.program] + words, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env=self.environment(at, how), cwd=self.folder)
        if kill_after is not None:
            process.stdin.write((lines or "").encode())
            process.stdin.close()
            time.sleep(kill_after)
            process.kill()
            process.stdin = None
            out, error = process.communicate()
        else:
            out, error = process.communicate((lines or "").encode(), timeout=120)
        return process.returncode, out.decode(), error.decode()

    def prepare(self, scene):
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(scene.template, self.work)
        if os.path.exists(self.mark):
            os.unlink(self.mark)

    def act(self, scene, **how):
        words = [word.replace("WORK", self.work).replace("GIVEN", scene.given) for word in scene.words]
        return self.run(words, scene.lines.replace("WORK", self.work).replace("GIVEN", scene.given), **how)

    def state(self, path):
        """The digest of a study and its log; a finding where it does not open or is not whole."""
        code, out, error = self.run(["-s", path, "run", "-"], "check\ninfo --digest\nlog --limit 0 --format tsv\n")
        lines = out.splitlines()
        if code != 0 or len(lines) < 3 or not lines[0].startswith("The study is whole"):
            raise Finding(f"{os.path.basename(path)}: exit code {code}: {out[:300]} {error[:600]}")
        return lines[1], lines[2:]

    def look(self, scene, code, out, error):
        """Whether what is left is as promised."""
        if WORD in error:
            raise Finding(f"words of an interview in a message: {error}")
        if code > 2:
            raise Finding(f"exit code {code}: {out} {error}")
        acknowledged = sum(line.startswith(scene.answer) for line in out.splitlines())
        if scene.is_whole_or_absent:
            self.look_at_made(scene, acknowledged)
        if os.path.exists(self.work + "/study.draad"):
            digest, log = self.state(self.work + "/study.draad")
            if scene.states and digest not in scene.states:
                raise Finding(f"a state between two acts: {digest}")
            place = max([at for at, known in enumerate(scene.states) if known == digest], default=0)
            if scene.steps and place < acknowledged:
                raise Finding(f"{acknowledged} acts were acknowledged, {place} are there")
            for line in out.splitlines():
                if scene.is_logged and line.startswith(scene.answer) and not any(line in entry for entry in log):
                    raise Finding(f"acknowledged and not in the log: {line}")
        for parent, _, names in os.walk(self.work):
            for name in names:
                if os.stat(os.path.join(parent, name)).st_mode & 0o077:
                    raise Finding(f"'{name}' can be read by others")
                if "/." not in parent and not name.startswith(".") and not name.split(".")[0].startswith(("study", "made")):
                    raise Finding(f"'{name}' was left")

    def look_at_made(self, scene, acknowledged):
        made = self.work + "/" + scene.is_whole_or_absent
        found = [made] if os.path.exists(made) else []
        if made.endswith(".backups") and found:
            found = [made + "/" + name for name in os.listdir(made) if not name.startswith(".")]
        if acknowledged and not found and not made.endswith(".backups"):
            raise Finding(f"'{scene.is_whole_or_absent}' was acknowledged and is not there")
        for path in found:
            if path.endswith(".gz"):
                code, _, error = self.run(["-s", self.work + "/study.draad", "backups", "restore", path,
                                           self.folder + "/restored.draad"])
                if code != 0:
                    raise Finding(f"a copy that cannot be restored: {error}")
                path = self.folder + "/restored.draad"
            digest, _ = self.state(path)
            if scene.states and digest not in scene.states:
                raise Finding(f"'{path}' is not the study: {digest}")
            for end in ["", "-wal", "-shm"]:
                if path.startswith(self.folder + "/restored") and os.path.exists(path + end):
                    os.unlink(path + end)

    def trial(self, scene, label, **how):
        self.prepare(scene)
        answer = self.act(scene, **how)
        try:
            self.look(scene, *answer)
        except Finding as finding:
            keep = os.path.join(self.folder, "found")
            shutil.rmtree(keep, ignore_errors=True)
            shutil.copytree(self.work, keep)
            sys.exit(f"crash: {scene.name}, {label} {how}: {finding}\nWhat was left stands in {keep}\n{answer}")
        key = (scene.name, label)
        self.counts[key] = self.counts.get(key, 0) + 1
        return answer

    def every(self, scene, how, most=None):
        """At the first write, the second, and so on, until it is never come to; at `most` of them, spread over all."""
        self.prepare(scene)
        self.act(scene, at=10**9, how="count")
        count = int(open(self.mark).read())
        places = range(1, count + 1)
        if most and count > most:
            places = sorted(self.random.sample(places, most))
        for at in places:
            self.trial(scene, how, at=at, how=how)
        if places and not most:
            self.trial(scene, how, at=count + 1, how=how)
            if os.path.exists(self.mark):
                sys.exit(f"crash: {scene.name} writes more often than it was counted")

    def at_random(self, scene, times):
        self.prepare(scene)
        began = time.monotonic()
        self.act(scene)
        lasts = time.monotonic() - began
        for _ in range(times):
            self.trial(scene, "random", kill_after=self.random.uniform(0, lasts * 1.05))


def stopped(loop, scene):
    """A program that was stopped while it held the study is named, and does not block for ever; gives how long it was waited for."""
    for at in range(scene.stop_at, scene.stop_at + 40):
        loop.prepare(scene)
        words = [word.replace("WORK", loop.work).replace("GIVEN", scene.given) for word in scene.words]
        holder = subprocess.Popen([loop.program] + words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL, env=loop.environment(at=at, how="stop"))
        holder.stdin.write(scene.lines.replace("GIVEN", scene.given).encode())
        holder.stdin.close()
        if not os.WIFSTOPPED(os.waitpid(holder.pid, os.WUNTRACED)[1]):
            break
        began = time.monotonic()
        code, _, error = loop.run(["-s", loop.work + "/study.draad", "tag", "s02:1", "B"])
        waited = time.monotonic() - began
        reading, _, _ = loop.run(["-s", loop.work + "/study.draad", "info"])
        os.kill(holder.pid, signal.SIGCONT)
        holder.wait()
        loop.state(loop.work + "/study.draad")
        # SQLite itself gives up after ten seconds where it was stopped while it put the study in order.
        if reading not in (0, 2) or code not in (0, 2) or waited > 12:
            sys.exit(f"crash: a stopped program: {code} {waited:.1f} s {error} {reading}")
        # It may have been stopped between two changes, and then is in nobody's way.
        if code == 2:
            if f"process {holder.pid}) was stopped while it wrote" not in error:
                sys.exit(f"crash: a stopped program is not named: {error}")
            return waited
    sys.exit("crash: no moment was found at which a stopped program holds the study")


def small_disk(loop, scene):
    """A disk that has too little room, a bit more each time; None where no disk can be mounted."""
    place = loop.work
    size = sum(os.path.getsize(os.path.join(p, n)) for p, _, ns in os.walk(scene.template) for n in ns)
    tried = 0
    for room in range(16, 4096, 16):
        shutil.rmtree(place, ignore_errors=True)
        os.makedirs(place)
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size // 1024 + room}k", "none", place],
                                 capture_output=True)
        if mounted.returncode != 0:
            return None
        try:
            shutil.copytree(scene.template, place, dirs_exist_ok=True)
            code, out, error = loop.act(scene)
            subprocess.run(["mount", "-o", "remount,size=64m", place], check=True)
            loop.look(scene, code, out, error)
        finally:
            subprocess.run(["umount", place])
        tried += 1
        if code == 0:
            return tried
    raise Finding("it never passed")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("library")
    parser.add_argument("--kills", type=int, default=40, help="random kills a scene")
    parser.add_argument("--most", type=int, help="writes a scene that are tried, each way; all where it is not said")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--short", action="store_true", help="tens of trials, for every run of the tests")
    parser.add_argument("scenes", nargs="*")
    options = parser.parse_intermixed_args()
    began = time.monotonic()
    folder = tempfile.mkdtemp(prefix="draad-crash-")
    loop = Loop(os.path.abspath(options.program), os.path.abspath(options.library), folder, options.seed)
    chosen = [scene for scene in SCENES if not options.scenes or scene["name"] in options.scenes]
    scenes = [Scene(loop, **scene) for scene in (chosen[:3] if options.short else chosen)]
    if options.short:
        for scene in scenes:
            loop.every(scene, "tear", most=8)
            loop.every(scene, "full", most=6)
    else:
        for scene in scenes:
            for how in PASSES:
                loop.every(scene, how, options.most)
            loop.at_random(scene, options.kills)
            print(f"{scene.name}: " + ", ".join(
                f"{count} {label}" for (name, label), count in loop.counts.items() if name == scene.name), flush=True)
        for scene in scenes:
            if scene.stop_at:
                print(f"a stopped writer: the next gave up after {stopped(loop, scene):.1f} s and named it")
            if scene.name in ("import", "tag"):
                tried = small_disk(loop, scene)
                print(f"a full disk, {scene.name}: " + (f"{tried} sizes" if tried else "no disk can be mounted here"))
    kills = sum(count for (_, label), count in loop.counts.items() if label in ("kill", "tear", "random"))
    fails = sum(count for (_, label), count in loop.counts.items() if label in ("eio", "full"))
    print(f"{kills} kills and {fails} failed writes in {time.monotonic() - began:.0f} s; each left the study whole, "
          "with every acknowledged act and no half one")
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
