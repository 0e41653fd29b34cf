package org.stemma.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tree of the greatest weight that reaches every node from the root: the algorithm of Chu and
 * Liu, and of Edmonds. The best arc into each node is taken; what forms a cycle becomes one node,
 * and so on until there is none. Of arcs that weigh the same the first given is taken.
 */
final class Branching {
  /** From a node to another; nodes are numbered from 0. */
  record Arc(int from, int to, double weight) {}

  private Branching() {}

  /**
   * The arc into each node, by its place in {@code arcs}; -1 for the root, 0.
   *
   * @param arcs among them one from the root to each other node
   */
  static int[] best(int nodes, List<Arc> arcs) {
    int[] into = new int[nodes];
    Arrays.fill(into, -1);
    for (int i = 0; i < arcs.size(); i++) {
      Arc arc = arcs.get(i);
      boolean better = into[arc.to()] < 0 || arc.weight() > arcs.get(into[arc.to()]).weight();
      if (arc.to() != 0 && arc.from() != arc.to() && better) {
        into[arc.to()] = i;
      }
    }
    int[] cycleOf = cycles(nodes, arcs, into);
    int[] merged = new int[nodes];
    int count = 0;
    int[] numberOfCycle = new int[nodes];
    Arrays.fill(numberOfCycle, -1);
    for (int node = 0; node < nodes; node++) {
      if (cycleOf[node] < 0) {
        merged[node] = count++;
      } else if (numberOfCycle[cycleOf[node]] < 0) {
        numberOfCycle[cycleOf[node]] = count;
        merged[node] = count++;
      } else {
        merged[node] = numberOfCycle[cycleOf[node]];
      }
    }
    if (count == nodes) {
      return into;
    }
    List<Arc> between = new ArrayList<>();
    List<Integer> origin = new ArrayList<>();
    for (int i = 0; i < arcs.size(); i++) {
      Arc arc = arcs.get(i);
      if (merged[arc.from()] != merged[arc.to()] && arc.to() != 0) {
        double replaced = cycleOf[arc.to()] < 0 ? 0 : arcs.get(into[arc.to()]).weight();
        between.add(new Arc(merged[arc.from()], merged[arc.to()], arc.weight() - replaced));
        origin.add(i);
      }
    }
    for (int chosen : best(count, between)) {
      if (chosen >= 0) {
        int arc = origin.get(chosen);
        into[arcs.get(arc).to()] = arc;
      }
    }
    return into;
  }

  /** For each node a node that names the cycle it is in, or -1. */
  private static int[] cycles(int nodes, List<Arc> arcs, int[] into) {
    int[] cycleOf = new int[nodes];
    Arrays.fill(cycleOf, -1);
    int[] walk = new int[nodes];
    Arrays.fill(walk, -1);
    for (int start = 0; start < nodes; start++) {
      int at = start;
      while (at > 0 && walk[at] < 0) {
        walk[at] = start;
        at = arcs.get(into[at]).from();
      }
      if (at > 0 && walk[at] == start && cycleOf[at] < 0) {
        int name = at;
        do {
          cycleOf[at] = name;
          at = arcs.get(into[at]).from();
        } while (at != name);
      }
    }
    return cycleOf;
  }
}
