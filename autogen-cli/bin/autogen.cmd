@echo off
rem Starts autogen on Windows, from an installation: bin\ beside lib\. Not tried on Windows yet.
setlocal
set "AUTOGEN_INSTALLED=%~dp0.."
if not exist "%AUTOGEN_INSTALLED%\lib\" (
  echo autogen: there is no lib folder beside bin; run the one of an installation. 1>&2
  exit /b 3
)
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" (
  set "AUTOGEN_JAVA=%JAVA_HOME%\bin\java.exe"
  goto run
)
set "AUTOGEN_JAVA=java.exe"
where /q java.exe
if errorlevel 1 (
  echo autogen: needs Java 17 or newer; install a JDK, or point JAVA_HOME to one. 1>&2
  exit /b 3
)
:run
"%AUTOGEN_JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xlog:disable -Xlog:all=error:stderr ^
  -XX:-CreateCoredumpOnCrash -XX:-HeapDumpOnOutOfMemoryError "-Dautogen.home=%AUTOGEN_INSTALLED%" ^
  "-XX:ErrorFile=%TEMP%\autogen_hs_err_%%p.log" "-XX:ReplayDataFile=%TEMP%\autogen_replay_%%p.log" ^
  -cp "%AUTOGEN_INSTALLED%\lib\*" dev.autogen.cli.Main %*
exit /b %errorlevel%
