package dev.churnagent.recorder;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.values.Mix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Gives the current stack its id. A known stack costs one Throwable and a hash of its raw back
 * trace; a new one is walked once, and its frames are written to the journal before the first event
 * that uses them.
 */
public final class StackRecorder {
  /** Stacks beyond this get {@link #overflowId}: a program that makes new ones without end. */
  private static final int MAX_STACKS = 1 << 17;

  private static final String NOT_TAKEN = "some stacks could not be taken: ";
  private static final String TOO_MANY =
      "more than " + MAX_STACKS + " different stacks: later ones are told without call site";

  /** The id of a stack that could not be taken. */
  public static final int UNKNOWN = -1;

  private static final int MAX_DEPTH = 2048;
  private static final String OWN_HOOK = "dev.churnagent.hook.";
  private static final String OWN_RECORDER = "dev.churnagent.recorder.";

  private final JournalWriter journal;
  private final Faults faults;
  private final StackTable stacks = new StackTable();
  private final ClassOrigins origins = new ClassOrigins();
  private final Map<FrameKey, Integer> frames = new HashMap<>();
  private final boolean raw = BackTrace.usable();
  private int overflowId = -1;

  /**
   * Not a record: the first {@code hashCode} of a record bootstraps method handles, which would
   * hold up the program's first connect by 15 ms.
   */
  private static final class FrameKey {
    final int classId;
    final String method;
    final int line;

    FrameKey(int classId, String method, int line) {
      this.classId = classId;
      this.method = method;
      this.line = line;
    }

    @Override
    public int hashCode() {
      return (classId * 31 + method.hashCode()) * 31 + line;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof FrameKey key
          && classId == key.classId
          && line == key.line
          && method.equals(key.method);
    }
  }

  /** Writes new stacks to this journal. One recorder for each journal. */
  public StackRecorder(JournalWriter journal, Faults faults) {
    this.journal = journal;
    this.faults = faults;
    // Now, with our own rights: under a security manager a program may not make a StackWalker.
    walk();
  }

  /** The id of the calling thread's stack, or {@link #UNKNOWN}; never throws. */
  public int currentId() {
    // All in one method: each frame of ours is one more for the VM to decode.
    try {
      long hash = raw ? BackTrace.hash(BackTrace.blank().fillInStackTrace()) : WalkedStack.hash();
      int id = stacks.find(hash);
      return id != StackTable.ABSENT ? id : define(hash, walk());
    } catch (RuntimeException | Error e) {
      // No stack left, no memory: the connection still counts, only its site is lost.
      faults.degraded(NOT_TAKEN + e.getClass().getName());
      return UNKNOWN;
    }
  }

  /**
   * As {@link #currentId()}, for callers who may not want a new id. (The two have ids of their own
   * for one place: the frames between are hashed too.)
   *
   * @param evenIfNew false: {@link #UNKNOWN} for a stack that was not seen here before
   */
  public int currentId(boolean evenIfNew) {
    try {
      long hash = raw ? BackTrace.hash(BackTrace.blank().fillInStackTrace()) : WalkedStack.hash();
      int id = stacks.find(hash);
      return id != StackTable.ABSENT || !evenIfNew ? id : define(hash, walk());
    } catch (RuntimeException | Error e) {
      faults.degraded(NOT_TAKEN + e.getClass().getName());
      return UNKNOWN;
    }
  }

  private static List<StackWalker.StackFrame> walk() {
    FrameCollector collector = new FrameCollector();
    WalkedStack.WALKER.forEach(collector);
    return collector.frames;
  }

  private synchronized int define(long hash, List<StackWalker.StackFrame> stack) {
    int id = stacks.find(hash);
    if (id != StackTable.ABSENT) {
      return id;
    }
    if (stacks.size() >= MAX_STACKS) {
      return overflow();
    }
    int[] frameIds = new int[stack.size()];
    for (int i = 0; i < frameIds.length; i++) {
      frameIds[i] = frameId(stack.get(i));
    }
    // The journal first: an id that others can see must already stand there.
    journal.appendPayload(
        RecordType.STACK_DEFINED, stacks.size(), PayloadOutput.stack(frameIds, frameIds.length));
    return stacks.add(hash);
  }

  /**
   * The id of a stack together with where its thread's work was handed over from; never throws.
   *
   * @param stackId from {@link #currentId}; {@link #UNKNOWN} stays that
   * @param originId number of the origin in the journal
   */
  public int handedOverId(int stackId, int originId) {
    if (stackId < 0) {
      return stackId;
    }
    long hash = Mix.end(Mix.step(Mix.step(Mix.SEED, stackId), originId));
    int id = stacks.find(hash);
    return id != StackTable.ABSENT ? id : defineHandedOver(hash, stackId, originId);
  }

  private synchronized int defineHandedOver(long hash, int stackId, int originId) {
    int id = stacks.find(hash);
    if (id != StackTable.ABSENT) {
      return id;
    }
    if (stacks.size() >= MAX_STACKS) {
      // Of the two, the stack itself says more.
      faults.degraded(TOO_MANY);
      return stackId;
    }
    journal.appendPayload(
        RecordType.STACK_HANDED_OVER, stacks.size(), PayloadOutput.origin(stackId, originId));
    return stacks.add(hash);
  }

  private int overflow() {
    if (overflowId < 0) {
      overflowId = MAX_STACKS;
      journal.appendPayload(
          RecordType.STACK_DEFINED, overflowId, PayloadOutput.stack(new int[0], 0));
      faults.degraded(TOO_MANY);
    }
    return overflowId;
  }

  private int frameId(StackWalker.StackFrame frame) {
    int classId = origins.idOf(frame, journal);
    int line = frame.isNativeMethod() ? -2 : frame.getLineNumber();
    FrameKey key = new FrameKey(classId, frame.getMethodName(), line);
    Integer known = frames.get(key);
    if (known != null) {
      return known;
    }
    int id = frames.size();
    frames.put(key, id);
    journal.appendPayload(
        RecordType.FRAME_DEFINED, id, PayloadOutput.frame(classId, key.method, line));
    return id;
  }

  /** Keeps the frames below our own. */
  private static final class FrameCollector implements Consumer<StackWalker.StackFrame> {
    final List<StackWalker.StackFrame> frames = new ArrayList<>();

    @Override
    public void accept(StackWalker.StackFrame frame) {
      if (frames.isEmpty() && isOwn(frame.getClassName()) || frames.size() >= MAX_DEPTH) {
        return;
      }
      frames.add(frame);
    }

    private static boolean isOwn(String className) {
      return className.startsWith(OWN_RECORDER) || className.startsWith(OWN_HOOK);
    }
  }
}
