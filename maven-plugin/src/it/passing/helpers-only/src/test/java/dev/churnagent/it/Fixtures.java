package dev.churnagent.it;

class Fixtures {}
