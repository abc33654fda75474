package org.xinheng.app.command;

import java.util.concurrent.Callable;

/** A command that needs neither database nor service and is run before either is started. */
interface AnsweredAtOnce extends Callable<Integer> {}
