package jp.kakawari.web;

/** What is told together with its revision (版), which goes out as its ETag. */
public interface Revised {
    long revision();
}
