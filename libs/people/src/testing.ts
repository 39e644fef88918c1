export { MergeRows } from './merge/merge-rows';
