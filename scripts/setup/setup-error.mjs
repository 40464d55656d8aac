// @ts-check

/** Something that setup cannot mend by itself: what is wrong, and what the reader can do next. */
export class SetupError extends Error {
  /**
   * @param {string} message what is wrong
   * @param {string} remedy what to do next
   */
  constructor(message, remedy) {
    super(message);
    this.remedy = remedy;
  }
}
