// Loaded before the server: when the process that started it is gone, however suddenly, the server stops in good order.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
