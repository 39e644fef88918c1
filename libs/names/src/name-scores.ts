/** From here on two names are taken for one person's without anybody looking. */
export const NAME_MATCH = 0.93;
/** From here on, up to `NAME_MATCH`, a person looks; below they are different names. */
export const NAME_REVIEW = 0.72;

export const REVIEW_AT_MOST = 0.92;
export const DIFFERENT_AT_MOST = 0.71;
