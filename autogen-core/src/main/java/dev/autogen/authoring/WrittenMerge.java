package dev.autogen.authoring;

/**
 * A merge that was written.
 *
 * @param revision its file, with the result of its proof
 * @param overlap the objects that several of the merged branches change
 */
public record WrittenMerge(WrittenRevision revision, BranchOverlap overlap) {}
