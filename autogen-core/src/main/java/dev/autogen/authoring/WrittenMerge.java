package dev.autogen.authoring;

/**
 * A merge that was written.
 *
 * @param revision its file, with what was proven
 * @param overlap what the branches change that it joins
 */
public record WrittenMerge(WrittenRevision revision, BranchOverlap overlap) {}
