/* What the first process finds, and what the program is to find. */
#pragma once

/** Makes the devices, so that the serial line can be opened. */
void make_devices(void);

/** Mounts what does not depend on the job. */
void mount_systems(void);

/** Takes away what leads out of the machine. */
void remove_devices(void);

/** Mounts the working directory. */
void mount_work(int has_disk);

/** The root is memory, of which the program may have no more than its working directory. */
void protect_root(void);
