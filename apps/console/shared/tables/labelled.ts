/** A narrow screen shows the heading before each cell. */
export const labelled = (title: unknown): object => ({ 'data-label': typeof title === 'string' ? title : '' });

/** Of a column that holds what offices wrote: its cells are in Vietnamese, whatever the page is in. Source: WCAG 3.1.2. */
export const IN_VIETNAMESE = { onCell: () => ({ lang: 'vi' }) } as const;
