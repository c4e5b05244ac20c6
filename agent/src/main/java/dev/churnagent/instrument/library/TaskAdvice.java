package dev.churnagent.instrument.library;

/** The names of the pieces of advice, and of the hooks, by which work is followed. */
final class TaskAdvice {
  static final String HANDED_OVER = "task.ArgumentHandedOverAdvice";
  static final String SECOND_HANDED_OVER = "task.SecondArgumentHandedOverAdvice";
  static final String MADE = "task.ThisMadeAdvice";
  static final String MADE_FOR_ONE_RUN = "task.ThisMadeForOneRunAdvice";
  static final String ARGUMENT_MADE = "task.ArgumentMadeAdvice";
  static final String RUN = "task.ArgumentRunAdvice";
  static final String SECOND_RUN = "task.SecondArgumentRunAdvice";
  static final String THIS_RUN = "task.ForkJoinRunAdvice";
  static final String OVER = "task.ThisOverAdvice";
  static final String RUN_AGAIN = "task.RunAgainAdvice";
  static final String ARGUMENT_RUN_AGAIN = "task.ArgumentRunAgainAdvice";
  static final String REJECTED = "task.ArgumentRejectedAdvice";
  static final String TAKEN = "task.TaskReturnedAdvice";
  static final String LOOP = "task.LoopAdvice";
  static final String ITEM = "task.ItemTakenAdvice";
  static final String ITEM_ASKED = "task.ItemAskedAdvice";

  /** Inside a method: what runs next in a loop, and what is put into a queue of the JDK's. */
  static final String LOOP_ITEM = "loopItem";

  static final String TO_QUEUE = "handedOver";

  /** What is taken out again, because there is no thread for it. */
  static final String BACK = "rejected";

  static final String ADDED = "(Ljava/lang/Object;)Z";
  static final String RUNNABLE = "(Ljava/lang/Runnable;)V";

  private TaskAdvice() {}
}
