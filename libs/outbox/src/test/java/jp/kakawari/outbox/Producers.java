package jp.kakawari.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Real producers, with something happening around one of their methods. */
final class Producers {

    private Producers() {}

    /** Runs something when all that was sent has been acknowledged. */
    static Producer<String, byte[]> afterFlush(Producer<String, byte[]> producer, Runnable then) {
        return proxy((method, arguments) -> {
            Object answer = invoke(producer, method, arguments);
            if (method.getName().equals("flush")) {
                then.run();
            }
            return answer;
        });
    }

    /** Refuses the next records of a key, and sends all others. */
    static Producer<String, byte[]> refusing(Producer<String, byte[]> producer, String key, AtomicInteger refusals) {
        return proxy((method, arguments) -> method.getName().equals("send")
                        && ((ProducerRecord<?, ?>) arguments[0]).key().equals(key)
                        && refusals.getAndDecrement() > 0
                ? CompletableFuture.failedFuture(new RecordTooLargeException("refused by the test"))
                : invoke(producer, method, arguments));
    }

    @FunctionalInterface
    private interface Call {
        Object answer(Method method, Object[] arguments) throws Throwable;
    }

    @SuppressWarnings("unchecked")
    private static Producer<String, byte[]> proxy(Call call) {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                Producers.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                (self, method, arguments) -> call.answer(method, arguments));
    }

    private static Object invoke(Producer<String, byte[]> producer, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(producer, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
