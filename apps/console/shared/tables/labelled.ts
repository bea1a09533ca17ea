/** A narrow screen shows the heading before each cell. */
export const labelled = (title: unknown): object => ({ 'data-label': typeof title === 'string' ? title : '' });
