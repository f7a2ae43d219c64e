/** People and the organizations that they plan for. */
package dev.autogen.sample.account;
