package dev.autogen.cli;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A command that a debugger stops at a method, so that it can be killed there and nowhere else.
 *
 * @param machine the stopped process
 */
record SuspendedProcess(CommandProcess process, VirtualMachine machine) {

  /** Starts a command in a project, stopped before its first instruction. */
  static SuspendedProcess start(
      TestProject project, Map<String, String> environment, String... arguments) throws Exception {
    ListeningConnector connector =
        Bootstrap.virtualMachineManager().listeningConnectors().stream()
            .filter(each -> each.name().equals("com.sun.jdi.SocketListen"))
            .findFirst()
            .orElseThrow();
    Map<String, Connector.Argument> listening = connector.defaultArguments();
    listening.get("localAddress").setValue("127.0.0.1");
    listening.get("port").setValue("0");
    String address = connector.startListening(listening);
    Map<String, String> variables = new HashMap<>(environment);
    variables.put(
        "JAVA_TOOL_OPTIONS",
        "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=127.0.0.1:"
            + address.substring(address.lastIndexOf(':') + 1));
    CommandProcess process = CommandProcess.start(project, variables, arguments);
    VirtualMachine machine = connector.accept(listening);
    connector.stopListening(listening);
    return new SuspendedProcess(process, machine);
  }

  /**
   * Lets it run until a method is called, and kills it there as {@code kill -9} does.
   *
   * @param when looks at the stack, from the innermost frame on, as lines of class and method
   * @return whether the method was called before the process ended by itself
   */
  boolean killedAt(String type, String method, Predicate<String> when) throws Exception {
    for (ReferenceType loaded : machine.classesByName(type)) {
      stopAt(loaded, method);
    }
    ClassPrepareRequest prepared = machine.eventRequestManager().createClassPrepareRequest();
    prepared.addClassFilter(type);
    prepared.enable();
    machine.resume();
    while (true) {
      EventSet events = machine.eventQueue().remove();
      for (Event event : events) {
        if (event instanceof ClassPrepareEvent loaded) {
          stopAt(loaded.referenceType(), method);
        } else if (event instanceof BreakpointEvent stopped && when.test(stack(stopped))) {
          process.kill();
          return true;
        } else if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
          return false;
        }
      }
      events.resume();
    }
  }

  private void stopAt(ReferenceType type, String name) {
    for (Method method : type.methodsByName(name)) {
      if (!method.isAbstract() && !method.isNative()) {
        EventRequest request =
            machine.eventRequestManager().createBreakpointRequest(method.location());
        request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        request.enable();
      }
    }
  }

  private static String stack(BreakpointEvent event) throws Exception {
    StringBuilder stack = new StringBuilder();
    for (var frame : event.thread().frames()) {
      stack.append(frame.location().declaringType().name()).append('.');
      stack.append(frame.location().method().name()).append('\n');
    }
    return stack.toString();
  }
}
