package org.xinheng.testing;

/** For tests that change the registers in force: a database of their own, whose law no other test rests on. */
public class LawOfItsOwn extends ClockToSet {}
