package itb.backoffice.connection;

/** What came of asking a server: a value, or a failure that the screen must show. */
public sealed interface Answer<T> {
    /** The server answered as hoped. */
    record Ok<T>(T value) implements Answer<T> {}

    /** It did not. */
    record Failed<T>(Failure failure) implements Answer<T> {}
}
