/** The customers somebody may open. */
export default {
  title: 'Customers',
  leadPartner: 'The customers you look after.',
  leadStaff: 'Open a customer’s room as the customer sees it.',
  lead: 'Choose whose licenses you want to see.',
  search: 'Search',
  none: 'Nobody found',
  noneTodo: 'Try another name.',
  empty: 'There is no customer here yet',
  emptyTodo: 'Once you are given one to look after, it appears here.',
  more: 'Show more',
  workspace: 'Back to the workspace',
} as const;
