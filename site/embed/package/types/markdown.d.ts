/** A plugin of unified: a fence ` ```c live-man lines=7-9 ` becomes an embed. */
export default function liveMan(): (tree: never) => void;
