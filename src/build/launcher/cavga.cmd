@echo off
rem As java -jar @jar@, but starts faster: Java takes its classes from an archive. The archive is made in the
rem background once for each Java, of a rehearsal, or by "cavga --make-archive" at once. Where there is none,
rem or one that does not fit, Java does without.
rem JAVA_HOME names the Java to take, JDK_JAVA_OPTIONS has options for it, such as -Xmx8g.
setlocal EnableExtensions DisableDelayedExpansion
set "jar=%~dp0@jar@"
set "java="
rem On lines of their own: without JAVA_HOME what takes its quotation marks away is no command.
if not defined JAVA_HOME goto search
set "java=%JAVA_HOME:"=%\bin\java.exe"
goto found
:search
for %%J in (java.exe) do set "java=%%~$PATH:J"
:found
if not exist "%java%" (
  echo Java was not found: install Java 11 or later, or let JAVA_HOME name its folder. 1>&2
  exit /b 3
)
rem An archive fits one jar and one Java alone: its name has their sizes and times.
for %%F in ("%java%") do set "stamp=%%~zF%%~tF"
for %%F in ("%jar%") do set "stamp=%stamp%%%~zF%%~tF"
set "stamp=%stamp: =%"
set "stamp=%stamp::=%"
set "stamp=%stamp:/=%"
set "stamp=%stamp:.=%"
set "place=%~dp0"
set "archive=%place%cavga-%stamp%.jsa"
if exist "%archive%.size" goto placed
(type nul >"%archive%.test") 2>nul && del "%archive%.test" && goto placed
set "place=%LOCALAPPDATA%\cavga\"
set "archive=%place%cavga-%stamp%.jsa"
:placed
if "%~1"=="--make-archive" goto make
set "options="
set "size=none"
set "made="
if exist "%archive%" for %%F in ("%archive%") do set "size=%%~zF"
if exist "%archive%.size" set /p made=<"%archive%.size"
rem What Java says of an archive that does not fit would stand among results. No quotes around all of it: the
rem folder's name, which may hold an ampersand, has to stand between quotes.
if "%size%"=="%made%" set options=-XX:+IgnoreUnrecognizedVMOptions "-XX:SharedArchiveFile=%archive%" -XX:+VerifySharedSpaces -Xlog:disable
if not exist "%archive%.size" start "" /b /low cmd /c ""%~f0" --make-archive" <nul >nul 2>&1
"%java%" %options% -jar "%jar%" %*
exit /b %errorlevel%

:make
rem Beside an archive stands its size: Java breaks off at one that is cut off. Empty: it is being made, or
rem this Java makes none.
if not exist "%place%" mkdir "%place%" >nul 2>&1
(type nul >"%archive%.size") 2>nul || exit /b 0
set "new=%archive%.%random%"
"%java%" "-XX:ArchiveClassesAtExit=%new%" -Xlog:disable -jar "%jar%" rehearse >nul 2>&1 || goto end
for %%F in ("%new%") do set "size=%%~zF"
move /y "%new%" "%archive%" >nul 2>&1 || goto end
>"%archive%.size" echo %size%
:end
if exist "%new%" del "%new%"
exit /b 0
