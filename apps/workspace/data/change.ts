import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Sends a change; whatever comes of it, what it may have touched is read again. `keys`: the first parts of query keys. */
export function useChange<Order, Answer>(send: (order: Order) => Promise<Answer>, keys: readonly string[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
